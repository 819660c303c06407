package io.github.pscsdk.example.lab.demo;

import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.example.lab.json.SummaryWriter;
import io.github.pscsdk.example.lab.outcome.Summary;
import io.github.pscsdk.example.lab.outcome.SummaryText;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Map;

/** The result of the demonstration on standard output. */
record DemoReport(PrintWriter out, Texts texts, boolean json) {
    /** Prints the summary, and the addresses of what goes on running. */
    void print(String input, Summary summary, Map<String, URI> addresses) {
        if (json) {
            out.println(SummaryWriter.write(input, summary, addresses));
        } else {
            out.println();
            out.println(new SummaryText(texts).of(input, summary));
            print(addresses);
            out.println(SummaryText.lastLine(summary));
        }
        out.flush();
    }

    private void print(Map<String, URI> addresses) {
        if (addresses.isEmpty()) {
            return;
        }
        out.println(texts.get("kept.title"));
        AddressLines.of(addresses).forEach(out::println);
        out.println();
    }
}
