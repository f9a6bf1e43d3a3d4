package dk.kvalitetsbro.e2e;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the {@link Stage}: built for the first that asks, cleared after each, taken down after the last. */
final class OnStage implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(OnStage.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Stage.class, nothing -> Stage.build(), Stage.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var stage = test.getRoot().getStore(NAMESPACE).get(Stage.class, Stage.class);
        if (test.getExecutionException().isPresent()) {
            stage.photograph(test.getRequiredTestMethod().getName());
        }
        stage.clear();
    }
}
