package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sender still has to say when the answer is known. */
public final class UnreadBody {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final long HEARD_OUT = 16L * 1024 * 1024;

    private UnreadBody() {}

    /** Lets the sender end: many write all before they read, and who is cut off loses the answer. What comes is not kept. */
    public static void hearOut(Context context) {
        try {
            context.bodyInputStream().skip(HEARD_OUT);
        } catch (IOException gone) {
            LOG.debug("a refused sender left: {}", gone.getClass().getName());
        }
    }
}
