package io.github.pscsdk.testkit.simulator.internal.http;

/** Answers the requests of one endpoint. */
@FunctionalInterface
public interface Handler {
    Reply answer(IncomingRequest request) throws OAuthErrorException;
}
