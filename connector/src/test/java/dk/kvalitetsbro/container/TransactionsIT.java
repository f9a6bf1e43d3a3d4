package dk.kvalitetsbro.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SQL takes part in the container's transaction, as every service relies on. */
@ExtendWith(ArquillianExtension.class)
class TransactionsIT {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Jdbi jdbi;

    @Resource
    @SuppressWarnings("NullAway.Init")
    private UserTransaction transaction;

    @Test
    void what_a_transaction_wrote_is_gone_when_it_is_rolled_back() throws Exception {
        transaction.begin();
        jdbi.useHandle(
                handle -> handle.execute(
                        "insert into organisation.area (code, name, valid_from) values ('ROLLBACK', 'Rollback', date '2020-01-01')"));
        transaction.rollback();

        int areas = jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from organisation.area where code = 'ROLLBACK'")
                        .mapTo(Integer.class)
                        .one());
        assertEquals(0, areas);
    }
}
