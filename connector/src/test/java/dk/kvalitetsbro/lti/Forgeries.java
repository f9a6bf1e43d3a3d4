package dk.kvalitetsbro.lti;

import static dk.kvalitetsbro.lti.Forgery.claim;
import static dk.kvalitetsbro.lti.Forgery.header;
import static dk.kvalitetsbro.lti.Forgery.login;
import static dk.kvalitetsbro.lti.Forgery.target;
import static dk.kvalitetsbro.lti.Forgery.timed;
import static dk.kvalitetsbro.lti.Forgery.token;

import com.nimbusds.jose.jwk.RSAKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that must not succeed, by what it is about. */
final class Forgeries {
    private static final String LTI = Claims.LTI;
    private static final RSAKey FORGERS_KEY = TestPlatform.newKey("key-1");

    private Forgeries() {}

    static List<Forgery> all() {
        List<Forgery> all = new ArrayList<>();
        all.addAll(logins());
        all.addAll(answers());
        all.addAll(tokens());
        all.addAll(claims());
        all.addAll(targets());
        return all;
    }

    private static List<Forgery> logins() {
        return List.of(
                login("a login without an issuer", Rule.LOGIN_FIELDS, login -> login.without("iss")),
                login("a login without a hint", Rule.LOGIN_FIELDS, login -> login.without("login_hint")),
                login("a login without a target", Rule.LOGIN_FIELDS, login -> login.without("target_link_uri")),
                login("a login with a blank hint", Rule.LOGIN_FIELDS, login -> login.with("login_hint", " ")),
                login("a login with two issuers", Rule.LOGIN_FIELDS, login -> login.and("iss", "https://a.example")),
                login("a login with two targets", Rule.LOGIN_FIELDS, login -> login.and("target_link_uri", "x")),
                login(
                        "a login with a huge hint",
                        Rule.LOGIN_FIELDS,
                        login -> login.with("login_hint", "5".repeat(5000))),
                login(
                        "a login with a body of a megabyte",
                        Rule.TOKEN_SIZE,
                        login -> login.and("x", "x".repeat(1 << 20))),
                login("a login of an unknown issuer", Rule.PLATFORM, login -> login.with("iss", "https://a.example")),
                login("a login of an unknown client", Rule.PLATFORM, login -> login.with("client_id", "other")),
                login(
                        "a login with SQL for an issuer",
                        Rule.PLATFORM,
                        login -> login.with("iss", "' or 1=1; drop table lti.platform; --")),
                login(
                        "a login with lines for an issuer",
                        Rule.PLATFORM,
                        login -> login.with("iss", "a\r\nSet-Cookie: b=c")),
                login("a login that leaves open which client", Rule.CLIENT_ID, login -> login.without("client_id")),
                login(
                        "a login of a disabled platform",
                        Rule.PLATFORM_ACTIVE,
                        login -> login.with("client_id", Forgery.CLIENT_OF_DISABLED)),
                login(
                        "a login of a platform that waits for a yes",
                        Rule.PLATFORM_ACTIVE,
                        login -> login.with("client_id", Forgery.CLIENT_OF_WAITING)),
                login(
                        "a login of an unknown deployment",
                        Rule.DEPLOYMENT,
                        login -> login.with("lti_deployment_id", "2")),
                login(
                        "a login for another host",
                        Rule.TARGET,
                        login -> login.with("target_link_uri", "https://evil.example/app/lti/launch")),
                login("a login for junk", Rule.TARGET, login -> login.with("target_link_uri", "\u0000\r\n<script>")));
    }

    private static List<Forgery> answers() {
        return List.of(
                new Forgery("no token", Rule.ONE_ANSWER, scene -> scene.honest().without("id_token")),
                new Forgery("no state", Rule.ONE_ANSWER, scene -> scene.honest().without("state")),
                new Forgery("a blank token", Rule.ONE_ANSWER, scene -> scene.honest()
                        .with("id_token", " ")),
                new Forgery(
                        "two tokens", Rule.ONE_ANSWER, scene -> scene.honest().and("id_token", "a.b.c")),
                new Forgery(
                        "two states", Rule.ONE_ANSWER, scene -> scene.honest().and("state", "other")),
                new Forgery("nothing at all", Rule.ONE_ANSWER, scene -> scene.honest()
                        .without("state")
                        .without("id_token")),
                new Forgery("an error instead of a token", Rule.PLATFORM_AGREES, scene -> scene.honest()
                        .without("id_token")
                        .and("error", "login_required")),
                new Forgery("an error beside a token", Rule.PLATFORM_AGREES, scene -> scene.honest()
                        .and("error", "x")),
                new Forgery("a state that nobody gave out", Rule.STATE, scene -> scene.honest()
                        .with("state", "made-up")),
                new Forgery("no cookie", Rule.BROWSER, scene -> {
                    Forgery.Begun login = scene.begun();
                    String token = scene.platform().sign(scene.claims(login));
                    return Forgery.Attempt.launch(login.state(), token, Optional.empty());
                }),
                new Forgery("the state of another browser", Rule.STATE, scene -> {
                    Forgery.Begun mine = scene.begun();
                    Forgery.Begun others = scene.begun();
                    String token = scene.platform().sign(scene.claims(others));
                    return Forgery.Attempt.launch(others.state(), token, Optional.of(mine.cookie()));
                }),
                new Forgery("a junk cookie", Rule.STATE, scene -> {
                    Forgery.Begun login = scene.begun();
                    String token = scene.platform().sign(scene.claims(login));
                    return Forgery.Attempt.launch(login.state(), token, Optional.of("junk"));
                }),
                new Forgery("a launch sent twice", Rule.ONCE, scene -> {
                    Forgery.Begun login = scene.begun();
                    scene.use(login);
                    return scene.answer(login, scene.platform().sign(scene.claims(login)));
                }),
                new Forgery("a launch sent twice, the second time without the cookie", Rule.ONCE, scene -> {
                    Forgery.Begun login = scene.begun();
                    scene.use(login);
                    String token = scene.platform().sign(scene.claims(login));
                    return Forgery.Attempt.launch(login.state(), token, Optional.empty());
                }),
                new Forgery("a token of an earlier login", Rule.NONCE, scene -> {
                    Forgery.Begun earlier = scene.begun();
                    scene.use(earlier);
                    return scene.answer(scene.begun(), scene.platform().sign(scene.claims(earlier)));
                }));
    }

    private static List<Forgery> tokens() {
        return List.of(
                token("a huge token", Rule.TOKEN_SIZE, (scene, claims) -> {
                    claims.put("padding", "x".repeat(IdToken.LARGEST));
                    return scene.platform().sign(claims);
                }),
                token("a token of several megabytes", Rule.TOKEN_SIZE, (scene, claims) -> "x".repeat(3 << 20)),
                token("a token that is none", Rule.TOKEN_FORM, (scene, claims) -> "junk"),
                token(
                        "a token of two parts",
                        Rule.TOKEN_FORM,
                        (scene, claims) ->
                                TestPlatform.unsigned(scene.platform().header(), claims)),
                token(
                        "a token of four parts",
                        Rule.TOKEN_FORM,
                        (scene, claims) -> scene.platform().sign(claims) + ".x"),
                token("a token of five parts, as encrypted ones are", Rule.TOKEN_FORM, (scene, claims) -> "a.b.c.d.e"),
                token("a token without JSON", Rule.TOKEN_FORM, (scene, claims) -> "YWJj.YWJj.YWJj"),
                token("a token of arrays", Rule.ALGORITHM, (scene, claims) -> "W10.W10.W10"),
                token(
                        "a token of deep nesting",
                        Rule.TOKEN_FORM,
                        (scene, claims) -> Base64.getUrlEncoder()
                                        .encodeToString("[".repeat(12_000).getBytes())
                                + ".e30.x"),
                token("a header without an algorithm", Rule.ALGORITHM, header(header -> header.remove("alg"))),
                token("the algorithm none, signed", Rule.ALGORITHM, header(header -> header.put("alg", "none"))),
                token(
                        "the algorithm none, unsigned",
                        Rule.ALGORITHM,
                        (scene, claims) -> TestPlatform.unsigned(Map.of("alg", "none", "kid", "key-1"), claims) + "."),
                token("the algorithm NonE", Rule.ALGORITHM, header(header -> header.put("alg", "NonE"))),
                token("the algorithm RS512", Rule.ALGORITHM, header(header -> header.put("alg", "RS512"))),
                token("the algorithm as a list", Rule.ALGORITHM, header(header -> header.put("alg", List.of("RS256")))),
                token("HS256 with the public key for a secret", Rule.ALGORITHM, (scene, claims) -> {
                    Map<String, Object> header = scene.platform().header();
                    header.put("alg", "HS256");
                    return scene.platform().signWithPublicKeyAsSecret(header, claims);
                }),
                token("a header that demands what nobody knows", Rule.HEADER, header(header -> {
                    header.put("crit", List.of("b64"));
                    header.put("b64", false);
                })),
                token("no key id", Rule.KEY_ID, header(header -> header.remove("kid"))),
                token("a blank key id", Rule.KEY_ID, header(header -> header.put("kid", " "))),
                token("a key id that is a number", Rule.KEY_ID, header(header -> header.put("kid", 1))),
                token("an unknown key id", Rule.KEY, header(header -> header.put("kid", "key-2"))),
                token("a key id that is a path", Rule.KEY, header(header -> header.put("kid", "../../etc/passwd"))),
                token(
                        "a key id with lines in it",
                        Rule.KEY,
                        header(header -> header.put("kid", "a\r\nWARNING: all is well"))),
                token("a key that the platform no longer has", Rule.KEY, (scene, claims) -> {
                    Map<String, Object> header = scene.platform().header();
                    header.put("kid", "key-0");
                    return TestPlatform.sign(header, claims, FORGERS_KEY);
                }),
                token(
                        "the forger's key under the platform's name",
                        Rule.SIGNATURE,
                        (scene, claims) -> TestPlatform.sign(scene.platform().header(), claims, FORGERS_KEY)),
                token("the forger's key brought along", Rule.SIGNATURE, (scene, claims) -> {
                    Map<String, Object> header = scene.platform().header();
                    header.put("jwk", FORGERS_KEY.toPublicJWK().toJSONObject());
                    header.put("jku", "https://evil.example/keys");
                    return TestPlatform.sign(header, claims, FORGERS_KEY);
                }),
                token(
                        "no signature",
                        Rule.SIGNATURE,
                        (scene, claims) ->
                                TestPlatform.unsigned(scene.platform().header(), claims) + "."),
                token(
                        "a junk signature",
                        Rule.SIGNATURE,
                        (scene, claims) ->
                                TestPlatform.unsigned(scene.platform().header(), claims) + ".AAAA"),
                token("the signature of other claims", Rule.SIGNATURE, (scene, claims) -> {
                    String signed = scene.platform().sign(claims);
                    Map<String, Object> changed = new HashMap<>(claims);
                    changed.put("sub", "2");
                    return TestPlatform.unsigned(scene.platform().header(), changed)
                            + signed.substring(signed.lastIndexOf('.'));
                }));
    }

    private static List<Forgery> claims() {
        List<Forgery> all = new ArrayList<>(List.of(
                claim("another issuer", Rule.ISSUER, claims -> claims.put("iss", "https://evil.example")),
                claim("an issuer with a slash more", Rule.ISSUER, claims -> claims.put("iss", claims.get("iss") + "/")),
                claim("another audience", Rule.AUDIENCE, claims -> claims.put("aud", "other-tool")),
                claim("audiences without this tool", Rule.AUDIENCE, claims -> claims.put("aud", List.of("a", "b"))),
                claim("no audience in the list", Rule.AUDIENCE, claims -> claims.put("aud", List.of())),
                claim("another authorised party", Rule.AUTHORISED_PARTY, claims -> claims.put("azp", "other-tool")),
                claim(
                        "several audiences and nobody authorised",
                        Rule.AUTHORISED_PARTY,
                        claims -> claims.put("aud", List.of(TestPlatform.CLIENT, "other-tool"))),
                timed("a token that has ended", Rule.EXPIRY, (now, claims) -> claims.put("exp", now - 31)),
                timed("a token of tomorrow", Rule.ISSUED, (now, claims) -> {
                    claims.put("iat", now + 86_400);
                    claims.put("exp", now + 86_460);
                }),
                timed("a token from the near future", Rule.ISSUED, (now, claims) -> claims.put("iat", now + 60)),
                timed("an old token that lasts for a year", Rule.ISSUED, (now, claims) -> {
                    claims.put("iat", now - 3_600);
                    claims.put("exp", now + 31_536_000);
                }),
                timed("a token that has not begun", Rule.NOT_BEFORE, (now, claims) -> claims.put("nbf", now + 3_600)),
                claim("another nonce", Rule.NONCE, claims -> claims.put("nonce", "other")),
                claim("an empty nonce", Rule.NONCE, claims -> claims.put("nonce", "")),
                claim("another version", Rule.VERSION, claims -> claims.put(LTI + "version", "1.1")),
                claim(
                        "an unknown kind of message",
                        Rule.MESSAGE_TYPE,
                        claims -> claims.put(LTI + "message_type", "LtiOther")),
                claim("an unknown deployment", Rule.DEPLOYMENT, claims -> claims.put(LTI + "deployment_id", "2")),
                claim("an empty deployment", Rule.DEPLOYMENT, claims -> claims.put(LTI + "deployment_id", "")),
                claim("a huge subject", Rule.SUBJECT, claims -> claims.put("sub", "5".repeat(256))),
                claim("a subject that no database keeps", Rule.SUBJECT, claims -> claims.put("sub", "5\u0000")),
                claim("an empty subject", Rule.SUBJECT, claims -> claims.put("sub", " ")),
                claim(
                        "a link without an id",
                        Rule.RESOURCE_LINK,
                        claims -> claims.put(LTI + "resource_link", Map.of())),
                claim("no idnumber", Rule.PERSON_KEY, claims -> claims.put(LTI + "lis", Map.of())),
                claim(
                        "an empty idnumber, as the site's administrator has",
                        Rule.PERSON_KEY,
                        claims -> claims.put(LTI + "lis", Map.of("person_sourcedid", ""))),
                claim(
                        "an idnumber that is none",
                        Rule.PERSON,
                        claims -> claims.put(LTI + "lis", Map.of("person_sourcedid", "<script>alert(1)</script>"))),
                claim(
                        "an idnumber with lines in it",
                        Rule.PERSON,
                        claims -> claims.put(
                                LTI + "lis", Map.of("person_sourcedid", "maja\r\nSet-Cookie: kvalitetsbro=x")))));
        missing()
                .forEach((name, rule) ->
                        all.add(claim("without " + name.replaceFirst(".*/", ""), rule, claims -> claims.remove(name))));
        junk().forEach(name -> all.add(claim(
                name.replaceFirst(".*/", "") + " of another kind",
                Rule.CLAIM_FORM,
                claims -> claims.put(name, claims.get(name) instanceof String ? List.of(1) : "junk"))));
        all.add(claim("an audience of numbers", Rule.CLAIM_FORM, claims -> claims.put("aud", List.of(1, 2))));
        all.add(claim("a number for roles", Rule.CLAIM_FORM, claims -> claims.put(LTI + "roles", 1)));
        all.add(claim("numbers for roles", Rule.CLAIM_FORM, claims -> claims.put(LTI + "roles", List.of(1, 2))));
        all.add(claim("an end beyond all time", Rule.CLAIM_FORM, claims -> claims.put("exp", 1e300)));
        return all;
    }

    private static Map<String, Rule> missing() {
        return Map.ofEntries(
                Map.entry("iss", Rule.ISSUER),
                Map.entry("aud", Rule.AUDIENCE),
                Map.entry("exp", Rule.EXPIRY),
                Map.entry("iat", Rule.ISSUED),
                Map.entry("nonce", Rule.NONCE),
                Map.entry("sub", Rule.SUBJECT),
                Map.entry(LTI + "version", Rule.VERSION),
                Map.entry(LTI + "message_type", Rule.MESSAGE_TYPE),
                Map.entry(LTI + "deployment_id", Rule.DEPLOYMENT),
                Map.entry(LTI + "target_link_uri", Rule.TARGET),
                Map.entry(LTI + "roles", Rule.ROLES),
                Map.entry(LTI + "resource_link", Rule.RESOURCE_LINK),
                Map.entry(LTI + "lis", Rule.PERSON_KEY));
    }

    private static List<String> junk() {
        return List.of(
                "iss",
                "exp",
                "iat",
                "nonce",
                "sub",
                LTI + "version",
                LTI + "message_type",
                LTI + "deployment_id",
                LTI + "target_link_uri",
                LTI + "resource_link",
                LTI + "lis");
    }

    private static List<Forgery> targets() {
        return List.of(
                target("a page of another host", root -> "https://evil.example/app/mine-forloeb"),
                target("a host that begins as ours", root -> root.toString()
                        .replaceFirst("/app/", ".evil.example/app/")),
                target(
                        "our host for a user name",
                        root -> root.toString().replaceFirst("//.*", "//") + root.getAuthority()
                                + "@evil.example/app/mine-forloeb"),
                target("another scheme", root -> "javascript:alert(1)"),
                target(
                        "our host by another scheme",
                        root -> root.getScheme().equals("https")
                                ? root.toString().replaceFirst("^https", "http") + "mine-forloeb"
                                : root.toString().replaceFirst("^http", "https") + "mine-forloeb"),
                target("no scheme", root -> "//evil.example/app/mine-forloeb"),
                target("outside the pages", root -> root.resolve("/assets/app.js")
                        .toString()),
                target("a page of another application on our host", root -> root.resolve("/ppa/mine-forloeb")
                        .toString()),
                target("out of the pages by dots", root -> root + "../assets/app.js"),
                target("within the pages by dots", root -> root + "dagtilbud/../log"),
                target("dots for a centre", root -> root + "dagtilbud/../resultater"),
                target("a page that does not exist", root -> root + "findes-ikke"),
                target("an interface for programs", root -> root + "api/rounds"),
                target("a login again", root -> root + "lti/login"),
                target("a header in the address", root -> root + "mine-forloeb\r\nSet-Cookie: a=b"),
                target("an empty address", root -> " "));
    }
}
