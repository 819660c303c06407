package io.github.pscsdk.workstation.internal.http;

import java.util.Optional;

/**
 * An HTTP response, its body read to the end.
 *
 * @param status the HTTP status
 * @param proxyError the problem code by which the server half marks an error as its own, see {@link ServerCalls#PROXY_ERROR}
 * @param contentType the media type; empty where there was none
 * @param body the body, never longer than {@link HttpTransport#MAX_BODY}
 */
record ServerResponse(int status, Optional<String> proxyError, String contentType, byte[] body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return "ServerResponse[" + status + "]";
    }
}
