package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A learning platform that answers as told, person by person; everybody else is enrolled and has an account. */
final class ScriptedPlatform implements LearningPlatform {
    private final Map<String, Result> results = new HashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Enrolment> asked = new ArrayList<>();
    private boolean down;

    ScriptedPlatform answering(String person, Result result) {
        results.put(person, result);
        return this;
    }

    ScriptedPlatform having(String person, Account account) {
        accounts.put(person, account);
        return this;
    }

    ScriptedPlatform down() {
        down = true;
        return this;
    }

    List<Enrolment> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Map<Long, Result> enrol(List<Enrolment> enrolments) {
        answerOrNot();
        asked.addAll(enrolments);
        return enrolments.stream()
                .collect(Collectors.toMap(
                        Enrolment::assignment,
                        wanted -> results.getOrDefault(wanted.person().value(), Result.ENROLLED)));
    }

    @Override
    public Map<PersonKey, Account> accounts(Collection<PersonKey> people) {
        answerOrNot();
        return people.stream()
                .collect(Collectors.toMap(
                        Function.identity(), person -> accounts.getOrDefault(person.value(), Account.ACTIVE)));
    }

    private void answerOrNot() {
        if (down) {
            throw new Unavailable("down", new IllegalStateException());
        }
    }
}
