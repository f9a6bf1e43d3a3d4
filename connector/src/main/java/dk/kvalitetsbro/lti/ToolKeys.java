package dk.kvalitetsbro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The keys that the tool signs with, made here at first need and never shown but for their public half. A new one signs
 * at once; the one before stays published while a platform may still have it in its memory.
 */
@ApplicationScoped
public class ToolKeys {
    static final Duration STAYS_PUBLISHED = Duration.ofDays(30);
    private static final int BITS = 2048;

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public ToolKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return the public halves, as platforms read them at {@code lti/keys} */
    @Transactional
    public JWKSet published() {
        makeFirst();
        return new JWKSet(List.copyOf(living())).toPublicJWKSet();
    }

    /** @return the public half of the key that signs now, as Moodle's form for a pasted key takes it */
    @Transactional
    public RSAKey current() {
        makeFirst();
        return living().get(0).toPublicJWK();
    }

    /** Signs a message of the tool's own with the newest key, by RS256. */
    @Transactional
    public String sign(JWTClaimsSet claims) {
        makeFirst();
        RSAKey key = living().get(0);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the tool's key does not sign", e);
        }
    }

    /** Makes a new key that signs from now on. A platform that was given the old one by hand has to be given this one. */
    @Transactional
    public void renew() {
        jdbi.useHandle(handle -> {
            lock();
            handle.execute(
                    "update lti.tool_key set valid_until = ? where valid_until is null",
                    OffsetDateTime.now(clock).plus(STAYS_PUBLISHED));
            insertNew();
        });
    }

    private void makeFirst() {
        if (living().isEmpty()) {
            lock();
            if (living().isEmpty()) {
                insertNew();
            }
        }
    }

    /** Two nodes that need the first key at the same time make one. */
    private void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table lti.tool_key in share row exclusive mode"));
    }

    private List<RSAKey> living() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select key_pair from lti.tool_key
                         where valid_until is null or valid_until > :now
                         order by valid_until nulls first, valid_from desc""")
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(String.class)
                .map(ToolKeys::parsed)
                .list());
    }

    private static RSAKey parsed(String stored) {
        try {
            return JWK.parse(stored).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key of the tool is not one", e);
        }
    }

    private void insertNew() {
        RSAKey key = generated();
        jdbi.useHandle(handle -> handle.execute(
                "insert into lti.tool_key (kid, key_pair, valid_from) values (?, ?, ?)",
                key.getKeyID(),
                key.toJSONString(),
                OffsetDateTime.now(clock)));
    }

    private static RSAKey generated() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key can be made here", e);
        }
    }
}
