package io.github.pscsdk.testkit.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.pscsdk.testkit.support.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Builds on one machine, and whatever else has connections there. */
@OnRealPcsc
class DaemonsStackIT {
    @Test
    void another_process_has_its_daemon_when_this_one_ends(PcscDaemon daemon) throws Exception {
        var other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = other.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("lacks []", said.readLine());

            daemon.close();

            assertEquals("ready", said.readLine());
            Await.exit("the other process has ended", other);
        } finally {
            other.destroyForcibly();
        }
    }

    static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] none) {
            System.out.println("lacks " + PcscDaemon.missing());
            PcscDaemon.start().close();
            System.out.println("ready");
        }
    }

    @Test
    void no_connection_of_whatever_program_takes_a_port_of_the_readers() throws Exception {
        // Read at once: the second read of such a file gets nothing.
        var range = Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_local_port_range"))
                .get(0);

        assertTrue(VpcdSlot.PORT + 1 < Integer.parseInt(range.split("\\s")[0]), range);
    }
}
