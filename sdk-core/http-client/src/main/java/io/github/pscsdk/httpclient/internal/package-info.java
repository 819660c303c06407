/**
 * How both halves call others over HTTP: connections that the other end has not closed, one deadline for each call, and
 * a bound on what is read.
 */
package io.github.pscsdk.httpclient.internal;
