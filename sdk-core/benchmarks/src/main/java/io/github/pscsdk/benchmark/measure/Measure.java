package io.github.pscsdk.benchmark.measure;

/** One subject, measured beside its limit. */
public interface Measure {
    /** What it is called on the command line. */
    String name();

    /** What is measured beside what, in one sentence. */
    String subject();

    /** Takes it; says what was found to the report. */
    void take(Effort effort, Report report) throws Exception;
}
