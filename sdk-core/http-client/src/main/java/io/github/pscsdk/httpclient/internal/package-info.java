/**
 * How both halves call others over HTTP: connections that the other end has not closed, one deadline for each call, a
 * bound on what is read, and threads of its own for each peer.
 */
package io.github.pscsdk.httpclient.internal;
