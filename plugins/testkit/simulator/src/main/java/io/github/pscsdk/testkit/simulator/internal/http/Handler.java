package io.github.pscsdk.testkit.simulator.internal.http;

/** Answers the requests of one endpoint. */
@FunctionalInterface
public interface Handler {
    /** Answers one request. */
    Reply answer(IncomingRequest request) throws OAuthErrorException;
}
