package dk.kvalitetsbro.web;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages read a record's component as a property, {@code #{row.name}}. Expression Language 6 does this by itself;
 * Jakarta EE 10 has version 5.
 */
public class RecordELResolver extends ELResolver {
    private record Component(Class<?> type, String name) {}

    private final ConcurrentHashMap<Component, Method> accessors = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (!(base instanceof Record)) {
            return null;
        }
        Method accessor = accessor(base.getClass(), property.toString());
        if (accessor == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return accessor.invoke(base);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + property + " of " + base.getClass(), e);
        }
    }

    private @Nullable Method accessor(Class<?> type, String name) {
        return accessors.computeIfAbsent(new Component(type, name), RecordELResolver::find);
    }

    private static @Nullable Method find(Component component) {
        try {
            Method accessor = component.type().getDeclaredMethod(component.name());
            accessor.setAccessible(true);
            return accessor;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, Object value) {
        if (base instanceof Record) {
            throw new PropertyNotWritableException("records are read-only: " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return base instanceof Record;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? Object.class : null;
    }
}
