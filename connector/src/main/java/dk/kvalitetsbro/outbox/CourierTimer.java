package dk.kvalitetsbro.outbox;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Every few seconds: for what was put off, what a dead node left, and what was waiting when this node started. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CourierTimer {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Courier courier;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void round() {
        courier.deliverDue();
    }
}
