package io.gatehouse.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterClassTemplateInvocationCallback;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Runs a {@link StoreTest} class once per engine, each time with a fresh database. */
final class BothDatabases implements ClassTemplateInvocationContextProvider {

    @Override
    public boolean supportsClassTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(Engine.values()).map(OnEngine::new);
    }

    private record OnEngine(Engine engine) implements ClassTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return engine.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(engine));
        }
    }

    private static final class FreshDatabase implements ParameterResolver, AfterClassTemplateInvocationCallback {

        private final Engine engine;
        private @Nullable TestDatabase database;

        private FreshDatabase(Engine engine) {
            this.engine = engine;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public synchronized TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
            TestDatabase opened = database;
            if (opened == null) {
                opened = TestDatabase.fresh(engine);
                database = opened;
            }
            return opened;
        }

        @Override
        public synchronized void afterClassTemplateInvocation(ExtensionContext context) {
            if (database != null) {
                database.close();
            }
        }
    }
}
