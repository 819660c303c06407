package io.github.pscsdk.testkit.chromium;

import java.net.URL;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.remote.CommandInfo;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.HttpMethod;

/**
 * Speaks the classic protocol, with the one command of chromedriver's that passes on commands of the Chrome DevTools
 * Protocol.
 */
final class Driver extends RemoteWebDriver {
    private static final String DEVTOOLS = "executeCdpCommand";

    Driver(URL chromedriver, Capabilities options) {
        super(
                new HttpCommandExecutor(
                        Map.of(DEVTOOLS, new CommandInfo("/session/:sessionId/goog/cdp/execute", HttpMethod.POST)),
                        chromedriver),
                options);
    }

    @SuppressWarnings("unchecked") // what JSON calls an object
    Map<String, Object> devTools(String command, Map<String, Object> parameters) {
        return (Map<String, Object>)
                execute(DEVTOOLS, Map.of("cmd", command, "params", parameters)).getValue();
    }
}
