package org.cordonrt.selftest;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cordonrt.check.Tool;

/**
 * The record of a self-test.
 *
 * @param tool what was tested
 * @param when it was tested
 * @param platform where
 * @param cases number of phantoms
 * @param rows the table
 * @param comparisons every number, in the order of the cases
 */
public record SelfTestResult(
        Tool tool, Instant when, Platform platform, int cases, List<Row> rows, List<Comparison> comparisons) {
    public SelfTestResult {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(platform, "platform");
        rows = List.copyOf(rows);
        comparisons = List.copyOf(comparisons);
    }

    /** Whether everything that is demanded was found. */
    public boolean passed() {
        return rows.stream().noneMatch(r -> r.grade() == Row.Grade.OUT);
    }
}
