package dk.kvalitetsbro.lti;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A launch or login that must not succeed, and the rule that it breaks. Each is otherwise as it should be. */
record Forgery(String name, Rule rule, Function<Scene, Attempt> forged) {
    /** @param cookie what the browser kept of the login that the attempt answers */
    record Attempt(String path, List<Map.Entry<String, String>> fields, Optional<String> cookie) {
        static Attempt launch(String state, String token, Optional<String> cookie) {
            return new Attempt("lti/launch", List.of(Map.entry("state", state), Map.entry("id_token", token)), cookie);
        }

        Attempt and(String name, String value) {
            List<Map.Entry<String, String>> more = new ArrayList<>(fields);
            more.add(Map.entry(name, value));
            return new Attempt(path, more, cookie);
        }

        Attempt without(String name) {
            return new Attempt(
                    path,
                    fields.stream()
                            .filter(field -> !field.getKey().equals(name))
                            .toList(),
                    cookie);
        }

        Attempt with(String name, String value) {
            return without(name).and(name, value);
        }
    }

    /** A login as an honest browser begins it. */
    record Begun(String state, String nonce, String cookie) {}

    /** What a forger has at hand: the platform itself would sign everything, and other logins can be begun. */
    interface Scene {
        TestPlatform platform();

        Begun begun();

        URI root();

        Instant now();

        /** Sends an honest launch for a login, so that it is used up. */
        void use(Begun login);

        default Map<String, Object> claims(Begun login) {
            return TestPlatform.claims(
                    "id_token_51_u00001", login.nonce(), platform().issuer(), root() + "lti/launch", now());
        }

        default Attempt honest() {
            Begun login = begun();
            return answer(login, platform().sign(claims(login)));
        }

        default Attempt answer(Begun login, String token) {
            return Attempt.launch(login.state(), token, Optional.of(login.cookie()));
        }

        default Attempt login() {
            return new Attempt(
                    "lti/login",
                    List.of(
                            Map.entry("iss", platform().issuer()),
                            Map.entry("client_id", TestPlatform.CLIENT),
                            Map.entry("lti_deployment_id", TestPlatform.DEPLOYMENT),
                            Map.entry("login_hint", "5"),
                            Map.entry("lti_message_hint", "{\"cmid\":1,\"launchid\":1115413623}"),
                            Map.entry("target_link_uri", root() + "lti/launch")),
                    Optional.empty());
        }
    }

    static final String CLIENT_OF_DISABLED = "disabled-client";
    static final String CLIENT_OF_WAITING = "waiting-client";

    private static final String LTI = Claims.LTI;

    @Override
    public String toString() {
        return name;
    }

    static Forgery login(String name, Rule rule, Function<Attempt, Attempt> change) {
        return new Forgery(name, rule, scene -> change.apply(scene.login()));
    }

    static Forgery token(String name, Rule rule, BiFunction<Scene, Map<String, Object>, String> forge) {
        return new Forgery(name, rule, scene -> {
            Begun login = scene.begun();
            return scene.answer(login, forge.apply(scene, scene.claims(login)));
        });
    }

    static BiFunction<Scene, Map<String, Object>, String> header(Consumer<Map<String, Object>> change) {
        return (scene, claims) -> {
            Map<String, Object> header = scene.platform().header();
            change.accept(header);
            return TestPlatform.sign(header, claims, scene.platform().key());
        };
    }

    static Forgery claim(String name, Rule rule, Consumer<Map<String, Object>> change) {
        return token(name, rule, (scene, claims) -> {
            change.accept(claims);
            return scene.platform().sign(claims);
        });
    }

    interface TimedChange {
        void change(long now, Map<String, Object> claims);
    }

    static Forgery timed(String name, Rule rule, TimedChange timed) {
        return token(name, rule, (scene, claims) -> {
            timed.change(scene.now().getEpochSecond(), claims);
            return scene.platform().sign(claims);
        });
    }

    static Forgery target(String name, Function<URI, String> target) {
        return token("the target is " + name, Rule.TARGET, (scene, claims) -> {
            claims.put(LTI + "target_link_uri", target.apply(scene.root()));
            return scene.platform().sign(claims);
        });
    }
}
