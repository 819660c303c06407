package io.github.pscsdk.proxy.internal.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** One line of the routing table. */
record Route(HandlerType method, String path, Handler handler) {}
