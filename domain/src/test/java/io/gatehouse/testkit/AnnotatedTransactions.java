package io.gatehouse.testkit;

import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.gatehouse.kernel.transaction.RetriedTransaction;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Runs methods with {@link RetriedTransaction}, on themselves or their class, in transactions of a test database. Does
 * nothing else that a container does.
 */
public final class AnnotatedTransactions {

    private final TestDatabase database;
    private final RetriedTransactions transactions;

    public AnnotatedTransactions(TestDatabase database, RetriedTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** @param bean must have a class that a container can proxy: not final, with a constructor without parameters */
    public <T> T on(T bean) {
        Class<?> type = bean.getClass();
        try {
            Constructor<?> constructor = new ByteBuddy()
                    .subclass(type)
                    .method(isVirtual().and(not(isDeclaredBy(Object.class))))
                    .intercept(InvocationHandlerAdapter.of((proxy, method, arguments) -> call(bean, method, arguments)))
                    .make()
                    .load(
                            type.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
                    .getLoaded()
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            @SuppressWarnings("unchecked")
            T proxy = (T) constructor.newInstance();
            return proxy;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot be proxied: " + type, e);
        }
    }

    private @Nullable Object call(Object bean, Method method, @Nullable Object[] arguments) {
        boolean begins = !database.isInTransaction()
                && (method.isAnnotationPresent(RetriedTransaction.class)
                        || bean.getClass().isAnnotationPresent(RetriedTransaction.class));
        return begins ? transactions.call(() -> invoke(bean, method, arguments)) : invoke(bean, method, arguments);
    }

    private static @Nullable Object invoke(Object bean, Method method, @Nullable Object[] arguments) {
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
