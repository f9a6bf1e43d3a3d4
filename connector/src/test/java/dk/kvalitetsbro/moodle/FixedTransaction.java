package dk.kvalitetsbro.moodle;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Says whether a transaction is under way, as it was told. */
record FixedTransaction(int status) implements TransactionSynchronizationRegistry {
    static final FixedTransaction NONE = new FixedTransaction(Status.STATUS_NO_TRANSACTION);
    static final FixedTransaction UNDER_WAY = new FixedTransaction(Status.STATUS_ACTIVE);

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public @Nullable Object getTransactionKey() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putResource(Object key, @Nullable Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object getResource(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        throw new UnsupportedOperationException();
    }
}
