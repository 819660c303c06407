package io.github.pscsdk.example.santefr.web;

import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rest of a request body when the response is known already. */
public final class UnreadBody {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final long HEARD_OUT = 16L * 1024 * 1024;

    private UnreadBody() {}

    /** Reads and drops it: many clients write all before they read, and lose the response if the connection is cut. */
    public static void hearOut(Context context) {
        try {
            context.bodyInputStream().skip(HEARD_OUT);
        } catch (IOException gone) {
            LOG.debug("a refused sender left: {}", gone.getClass().getName());
        }
    }
}
