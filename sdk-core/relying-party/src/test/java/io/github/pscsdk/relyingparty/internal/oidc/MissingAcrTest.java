package io.github.pscsdk.relyingparty.internal.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("reads the log of a class that others use")
class MissingAcrTest {

    @Test
    void a_token_without_a_level_of_assurance_is_accepted_with_a_warning() throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(TokenVerifier.class);
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.setLevel(Level.WARN);
        logger.setAdditive(false);
        logger.addAppender(lines);

        Verifying.byDefault().accepts(SignedTokens.without("acr"));

        logger.detachAppender(lines);
        logger.setLevel(null);
        logger.setAdditive(true);
        assertEquals(1, lines.list.size());
        assertEquals(Level.WARN, lines.list.get(0).getLevel());
    }
}
