package io.github.pscsdk.example.desktop.model;

import java.util.concurrent.Executor;

/**
 * The threads of the models.
 *
 * @param window the thread of the windows; models belong to it
 * @param background one thread for what waits: the disk, the network. One after the other, in order
 */
public record ModelThreads(Executor window, Executor background) {}
