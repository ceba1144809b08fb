package io.gatehouse.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.transaction.NewTransaction;
import jakarta.transaction.RollbackException;
import jakarta.transaction.TransactionalException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OutageAwareTransactionTest {

    @Test
    void theResultOfTheWorkIsReturned() {
        assertThat(new OutageAwareTransaction(new Committing()).call(() -> "done"))
                .isEqualTo("done");
    }

    @Test
    void aCheckedExceptionOfTheCommitIsThrownUnchecked() {
        RollbackException rolledBack = new RollbackException("the connection broke");

        assertThatThrownBy(() -> new OutageAwareTransaction(new Failing(rolledBack)).call(() -> "done"))
                .isInstanceOf(TransactionalException.class)
                .hasCause(rolledBack);
    }

    @Test
    void aFaultOfTheWorkIsThrownAsItIs() {
        IllegalStateException fault = new IllegalStateException("broken");

        assertThatThrownBy(() -> new OutageAwareTransaction(new Failing(fault)).call(() -> "done"))
                .isSameAs(fault);
    }

    private static final class Committing implements NewTransaction {

        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    /** Throws what its method does not declare, as a container's proxy can. */
    private record Failing(Exception fault) implements NewTransaction {

        @Override
        public <T> T call(Supplier<T> work) {
            throw Failing.<RuntimeException>unchecked(fault);
        }

        @SuppressWarnings("unchecked")
        private static <E extends Exception> E unchecked(Exception fault) throws E {
            throw (E) fault;
        }
    }
}
