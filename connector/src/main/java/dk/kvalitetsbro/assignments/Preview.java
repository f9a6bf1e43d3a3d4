package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.assignments.LearningPlatform.Account;
import dk.kvalitetsbro.organisation.StaffMember;
import java.util.List;
import java.util.Optional;

/**
 * A plan as a leader sees it before confirming.
 *
 * @param receivers     those who would get the course; those there is something to note about come first
 * @param accountsKnown whether the learning platform could be asked who has an account
 */
public record Preview(Plan plan, List<Receiver> receivers, boolean accountsKnown) {
    /** @param account on the learning platform, empty when it could not be asked */
    public record Receiver(StaffMember who, Optional<Account> account) {
        public boolean isWithoutAccount() {
            return account.equals(Optional.of(Account.NONE));
        }

        public boolean isSuspended() {
            return account.equals(Optional.of(Account.SUSPENDED));
        }

        public boolean isAmbiguous() {
            return account.equals(Optional.of(Account.SEVERAL));
        }

        boolean isWaitingForAccount() {
            return isWithoutAccount() || isSuspended() || isAmbiguous();
        }

        boolean isNoteworthy() {
            return isWaitingForAccount() || who.onLeave();
        }
    }

    public Preview {
        receivers = List.copyOf(receivers);
    }

    public int onLeave() {
        return (int)
                receivers.stream().filter(receiver -> receiver.who().onLeave()).count();
    }

    /** @return how many must have their account put right before they can begin */
    public int waitingForAccount() {
        return (int) receivers.stream().filter(Receiver::isWaitingForAccount).count();
    }
}
