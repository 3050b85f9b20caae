package org.cordonrt.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * The benchmarks of {@link AllBenchmarks} by processor time of the calling thread instead of by the clock, for machines that are
 * busy with other work: each call of a method is timed, after a warm-up, and the fastest tenth counts. Prints the table.
 */
public final class CpuTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final double WARM_UP_MS = 800;
    private static final double BUDGET_MS = 800;
    private static final int MOST_CALLS = 2000;
    private static final int LEAST_CALLS = 3;

    /** Shorter calls are repeated, so that reading the clock takes no part of them. */
    private static final double LEAST_MS = 0.2;

    private CpuTimes() {}

    /**
     * Measures and prints.
     *
     * @param args a pattern that names of classes must contain, or a point for all; the folder to write to
     */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Timings timings = new Timings();
        for (Map.Entry<String, Map<String, String[]>> e : AllBenchmarks.PLAN.entrySet()) {
            if (args[0].equals(".") || e.getKey().contains(args[0])) {
                Class<?> type = Class.forName(CpuTimes.class.getPackageName() + "." + e.getKey());
                measure(type, e.getValue(), new ArrayList<>(parameters(type)), "", new ArrayList<>(), timings);
            }
        }
        String table = timings.table("processor time of one thread");
        Files.writeString(Files.createDirectories(Path.of(args[1])).resolve("cpu.md"), table);
        System.out.println(table);
    }

    private static List<Field> parameters(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(f -> f.isAnnotationPresent(Param.class))
                .sorted(Comparator.comparing(Field::getName))
                .toList();
    }

    /** Every combination of the parameters that are left. */
    private static void measure(
            Class<?> type,
            Map<String, String[]> chosen,
            List<Field> left,
            String with,
            List<String> values,
            Timings timings)
            throws ReflectiveOperationException {
        if (left.isEmpty()) {
            measure(type, with, values, timings);
            return;
        }
        Field field = left.get(0);
        for (String value : chosen.getOrDefault(
                field.getName(), field.getAnnotation(Param.class).value())) {
            List<String> more = new ArrayList<>(values);
            more.add(value);
            String words = (with.isEmpty() ? "" : with + ", ") + field.getName() + " " + value;
            measure(type, chosen, left.subList(1, left.size()), words, more, timings);
        }
    }

    private static void measure(Class<?> type, String with, List<String> values, Timings timings)
            throws ReflectiveOperationException {
        Object state = type.getConstructor().newInstance();
        List<Field> fields = parameters(type);
        for (int i = 0; i < fields.size(); i++) {
            set(fields.get(i), state, values.get(i));
        }
        for (Method m : type.getMethods()) {
            if (m.isAnnotationPresent(Setup.class)) {
                m.invoke(state);
            }
        }
        List<Method> methods = Arrays.stream(type.getMethods())
                .filter(m -> m.isAnnotationPresent(Benchmark.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method m : methods) {
            Object[] arguments = arguments(m, state);
            double ms = fastestTenthMs(m, state, arguments);
            timings.add(type.getSimpleName().replace("Benchmark", ""), m.getName(), with, ms);
            System.err.println(m.getName() + " " + with + ": " + ms + " ms");
        }
    }

    private static void set(Field field, Object state, String value) throws IllegalAccessException {
        if (field.getType() == double.class) {
            field.setDouble(state, Double.parseDouble(value));
        } else if (field.getType() == int.class) {
            field.setInt(state, Integer.parseInt(value));
        } else {
            field.set(state, value);
        }
    }

    /** States that a method asks for beside its own, set up with that. */
    private static Object[] arguments(Method method, Object state) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            Object argument = type.getConstructor().newInstance();
            for (Method m : type.getMethods()) {
                if (m.isAnnotationPresent(Setup.class)) {
                    m.invoke(argument, state);
                }
            }
            arguments.add(argument);
        }
        return arguments.toArray();
    }

    private static double fastestTenthMs(Method method, Object state, Object[] arguments)
            throws ReflectiveOperationException {
        int times = 1;
        double spent = 0;
        double ms = once(method, state, arguments, 1);
        while (spent < WARM_UP_MS && ms < BUDGET_MS) {
            ms = once(method, state, arguments, times);
            spent += ms;
            if (ms < LEAST_MS) {
                times *= 2;
            }
        }
        double[] all = new double[MOST_CALLS];
        int calls = 0;
        double sum = 0;
        while (calls < LEAST_CALLS || calls < MOST_CALLS && sum < BUDGET_MS) {
            double t = once(method, state, arguments, times);
            sum += t;
            all[calls++] = t / times;
        }
        Arrays.sort(all, 0, calls);
        return all[calls / 10];
    }

    private static double once(Method method, Object state, Object[] arguments, int times)
            throws ReflectiveOperationException {
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            method.invoke(state, arguments);
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }
}
