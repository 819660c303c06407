package io.github.pscsdk.benchmark;

import io.github.pscsdk.benchmark.harness.Run;
import java.util.Arrays;
import java.util.List;

/** The command: takes each named measure in turn, or lists all. */
public final class Benchmarks {
    static final List<Measure> ALL = List.of(
            new Measure("id-token", "the check of an ID token, RS256, beside its signature alone", IdToken::take),
            new Measure(
                    "userinfo",
                    "UserInfo to a professional, beside the reading of its JSON tokens",
                    UserInfoMapping::take),
            new Measure(
                    "process-start",
                    "CPU until a process lists its authenticators, beside PF4J alone",
                    ProcessStart::take),
            new Measure("browser-login", "completeBrowserLogin, beside one written by hand", BrowserLogins::take),
            new Measure(
                    "many-sessions",
                    "a login with 10,000 sessions of its professional, beside none",
                    LoginWithManySessions::take),
            new Measure("first-login", "the first login of a process, beside its second", FirstLogin::take),
            new Measure("backchannel-requests", "the requests of back-channel logins", BackchannelLogins::requests),
            new Measure(
                    "pending-logins", "back-channel logins that wait, refusals in time", BackchannelLogins::waiting),
            new Measure("connects", "10,000 POST /connect at once, sessions in memory", WaitingConnects::inMemory),
            new Measure("connects-postgresql", "10,000 POST /connect over PostgreSQL", WaitingConnects::overPostgresql),
            new Measure("card-identity", "a card to its holder, beside a bare loop", CardIdentity::take));

    private Benchmarks() {}

    record Measure(String name, String subject, Taking taking) {
        @Override
        public String toString() {
            return String.format("%-20s %s", name, subject);
        }
    }

    @FunctionalInterface
    interface Taking {
        void take(Run run) throws Exception;
    }

    public static void main(String... names) throws Exception {
        var wanted = Arrays.stream(names).filter(name -> !name.isBlank()).toList();
        if (wanted.isEmpty()) {
            System.out.println("Name one or more of these:");
            ALL.forEach(System.out::println);
        }
        for (var name : wanted) {
            var measure = named(name);
            System.out.println(measure);
            var run = new Run(true);
            measure.taking().take(run);
            System.out.println(run);
        }
    }

    static Measure named(String name) {
        return ALL.stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measure is called " + name));
    }
}
