package io.github.pscsdk.httpclient;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Looks whether the peer has closed the connection before a request is written to it that may not be sent twice. OkHttp itself looks
 * only at connections that were idle for ten seconds; servers close idle ones after five (Node, Apache), or after each response
 * without saying so. A closed connection is left, and the request goes over another one: nothing of it was written.
 */
final class ConnectionCheck {
    // As OkHttp does it. Long enough for the end of the stream to come up that arrived before.
    private static final int LOOK_MILLIS = 1;
    // As many closed connections as may lie in the pool at once.
    private static final int MAX_CLOSED = 64;

    private ConnectionCheck() {}

    static void addTo(OkHttpClient.Builder client) {
        client.addInterceptor(ConnectionCheck::proceedOnOpenConnection).addNetworkInterceptor(ConnectionCheck::look);
    }

    private static final class ClosedByPeerException extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedByPeerException() {
            super("the peer has closed the connection");
        }
    }

    private static Response proceedOnOpenConnection(Interceptor.Chain chain) throws IOException {
        for (var closed = 0; ; closed++) {
            try {
                return chain.proceed(chain.request());
            } catch (ClosedByPeerException e) {
                if (closed == MAX_CLOSED) {
                    throw e;
                }
            }
        }
    }

    private static Response look(Interceptor.Chain chain) throws IOException {
        var body = chain.request().body();
        if (body != null && body.isOneShot() && isClosed(chain.connection().socket())) {
            throw new ClosedByPeerException();
        }
        return chain.proceed(chain.request());
    }

    /** Closed, or of no use: a byte that nobody asked for belongs to no response. */
    private static boolean isClosed(Socket socket) {
        try {
            var timeout = socket.getSoTimeout();
            try {
                socket.setSoTimeout(LOOK_MILLIS);
                socket.getInputStream().read();
                return true;
            } catch (SocketTimeoutException e) {
                return false;
            } finally {
                socket.setSoTimeout(timeout);
            }
        } catch (IOException e) {
            return true;
        }
    }
}
