package dk.kvalitetsbro.benchmarks.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** All points that satisfy some linear conditions. Variables are numbers from 0 on. */
final class Polytope {
    private static final double INACCURACY = 1e-7;

    private record Condition(int[] variables, double[] factors, double low, double high) {
        static Condition of(Map<Integer, Double> factors, double low, double high) {
            int[] variables =
                    factors.keySet().stream().mapToInt(variable -> variable).toArray();
            double[] each = IntStream.of(variables)
                    .mapToDouble(variable -> factors.getOrDefault(variable, 0.0))
                    .toArray();
            return new Condition(variables, each, low, high);
        }

        boolean holds(double[] point) {
            double sum = 0;
            for (int i = 0; i < variables.length; i++) {
                sum += factors[i] * point[variables[i]];
            }
            return sum >= low - INACCURACY && sum <= high + INACCURACY;
        }
    }

    private final List<double[]> bounds = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    /** @return the number of a new variable between the two */
    int variable(double low, double high) {
        bounds.add(new double[] {low, high});
        return bounds.size() - 1;
    }

    int variables() {
        return bounds.size();
    }

    /** The sum of the variables, each times its factor, lies between the two. */
    void require(Map<Integer, Double> factors, double low, double high) {
        conditions.add(Condition.of(factors, low, high));
    }

    /**
     * @param least the sum of these variables is at least 1, if there are any
     * @return a point where the objective is largest; empty if there is no point at all
     */
    Optional<double[]> maximise(Map<Integer, Double> objective, List<Integer> least) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        for (double[] bound : bounds) {
            variables.add(limited(model.newVariable("v" + variables.size()), bound));
        }
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            Expression expression = model.newExpression("c" + i);
            for (int k = 0; k < condition.variables().length; k++) {
                expression.set(
                        variables.get(condition.variables()[k]), condition.factors()[k]);
            }
            limit(expression, condition.low(), condition.high());
        }
        if (!least.isEmpty()) {
            Expression some = model.newExpression("least").lower(1);
            least.forEach(variable -> some.set(variables.get(variable), 1));
        }
        Expression wanted = model.newExpression("objective").weight(1);
        objective.forEach((variable, factor) -> wanted.set(variables.get(variable), factor));
        Optimisation.Result result = model.maximise();
        return result.getState().isFeasible() ? Optional.of(result.toRawCopy1D()) : Optional.empty();
    }

    boolean contains(double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < bounds.get(i)[0] - INACCURACY || point[i] > bounds.get(i)[1] + INACCURACY) {
                return false;
            }
        }
        return conditions.stream().allMatch(condition -> condition.holds(point));
    }

    private static Variable limited(Variable variable, double[] bound) {
        if (bound[0] == bound[1]) {
            return variable.level(bound[0]);
        }
        return variable.lower(bound[0]).upper(bound[1]);
    }

    private static void limit(Expression expression, double low, double high) {
        if (low == high) {
            expression.level(low);
            return;
        }
        if (low > Double.NEGATIVE_INFINITY) {
            expression.lower(low);
        }
        if (high < Double.POSITIVE_INFINITY) {
            expression.upper(high);
        }
    }
}
