package io.github.pscsdk.benchmark.wire;

import io.github.pscsdk.benchmark.measure.Latencies;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Sends a list of requests over a few connections, each its own thread and its own share of the list. */
public final class Load implements AutoCloseable {
    private final List<Connection> connections = new ArrayList<>();
    private final ExecutorService threads;

    public Load(URI address, int number) throws IOException {
        threads = Executors.newFixedThreadPool(number);
        for (var i = 0; i < number; i++) {
            connections.add(Connection.to(address));
        }
    }

    /** As fast as the answers come; returns the nanoseconds that all took. */
    public long flatOut(List<byte[]> requests, Consumer<Message> answers) throws Exception {
        var start = System.nanoTime();
        everywhere(lane -> {
            for (var i = lane; i < requests.size(); i += connections.size()) {
                answers.accept(connections.get(lane).exchange(requests.get(i)));
            }
        });
        return System.nanoTime() - start;
    }

    /** At a steady rate. A latency counts from when its request was due, so that one late answer makes the next ones late. */
    public Latencies paced(List<byte[]> requests, int perSecond, Consumer<Message> answers) throws Exception {
        var latencies = new Latencies(requests.size());
        var start = System.nanoTime();
        everywhere(lane -> {
            for (var i = lane; i < requests.size(); i += connections.size()) {
                var due = start + i * 1_000_000_000L / perSecond;
                for (var early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                    LockSupport.parkNanos(early);
                }
                answers.accept(connections.get(lane).exchange(requests.get(i)));
                latencies.put(i, System.nanoTime() - due);
            }
        });
        return latencies;
    }

    @FunctionalInterface
    private interface Lane {
        void run(int number) throws IOException;
    }

    private void everywhere(Lane lane) throws InterruptedException, ExecutionException {
        List<Future<?>> running = new ArrayList<>();
        for (var i = 0; i < connections.size(); i++) {
            var number = i;
            running.add(threads.submit(() -> {
                lane.run(number);
                return null;
            }));
        }
        for (var future : running) {
            future.get();
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (var connection : connections) {
            connection.close();
        }
    }
}
