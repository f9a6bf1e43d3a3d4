package dk.kvalitetsbro.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * SQL through Jdbi on the container's pool. Within a service method marked {@code @Transactional} every handle takes
 * part in that transaction. A row becomes a record whose components are named as the columns ({@code centre_code} or
 * {@code centreCode}); a {@link Code} is bound and read as its text.
 */
@ApplicationScoped
public class Database {
    /** The container's pool, defined in web.xml. */
    static final String POOL = "java:app/jdbc/kvalitetsbro";

    @Resource(lookup = POOL)
    @SuppressWarnings("NullAway.Init")
    private DataSource pool;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return configured(Jdbi.create(pool));
    }

    /** Today is the Danish day, also between midnight in Denmark and midnight in UTC. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(Texts.ZONE);
    }

    /** @return the same Jdbi with the product's row, column and argument forms, also for tests outside the container */
    public static Jdbi configured(Jdbi jdbi) {
        return jdbi.registerRowMapper(new RecordRows())
                .registerColumnMapper(new CodeColumns())
                .registerArgument(new CodeArguments());
    }

    private static final class RecordRows implements RowMapperFactory {
        @Override
        public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            return raw.isRecord() && !Code.class.isAssignableFrom(raw)
                    ? Optional.of(ConstructorMapper.of(canonicalConstructor(raw)))
                    : Optional.empty();
        }
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class CodeColumns implements ColumnMapperFactory {
        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> raw = GenericTypes.getErasedType(type);
            if (!Code.class.isAssignableFrom(raw)) {
                return Optional.empty();
            }
            try {
                Constructor<?> constructor = raw.getDeclaredConstructor(String.class);
                constructor.setAccessible(true);
                return Optional.of((row, column, context) -> {
                    String value = row.getString(column);
                    try {
                        return value == null ? null : constructor.newInstance(value);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException("stored " + raw.getSimpleName() + " is not valid: " + value, e);
                    }
                });
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(raw + " has no constructor from its text", e);
            }
        }
    }

    private static final class CodeArguments implements ArgumentFactory {
        @Override
        public Optional<Argument> build(Type type, Object value, ConfigRegistry config) {
            if (value instanceof Code code) {
                return Optional.of((position, statement, context) -> statement.setString(position, code.value()));
            }
            return value == null && Code.class.isAssignableFrom(GenericTypes.getErasedType(type))
                    ? Optional.of((position, statement, context) -> statement.setNull(position, Types.VARCHAR))
                    : Optional.empty();
        }
    }
}
