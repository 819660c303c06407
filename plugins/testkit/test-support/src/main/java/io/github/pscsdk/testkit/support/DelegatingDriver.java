package io.github.pscsdk.testkit.support;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** Stands between {@link DriverManager} and the driver of H2, until it is closed. One at a time. */
public final class DelegatingDriver extends org.h2.Driver implements AutoCloseable {
    private final List<Driver> behind;
    private final Opening opening;

    /** Opens a connection by the driver of H2, in its way. */
    @FunctionalInterface
    public interface Opening {
        Connection open(Driver h2, String url, Properties settings) throws SQLException;
    }

    private DelegatingDriver(List<Driver> behind, Opening opening) {
        this.behind = behind;
        this.opening = opening;
    }

    public static DelegatingDriver register(Opening opening) throws SQLException {
        var behind = Collections.list(DriverManager.getDrivers());
        for (var driver : behind) {
            DriverManager.deregisterDriver(driver);
        }
        var front = new DelegatingDriver(behind, opening);
        DriverManager.registerDriver(front);
        return front;
    }

    @Override
    public Connection connect(String url, Properties settings) throws SQLException {
        for (var driver : behind) {
            if (driver.acceptsURL(url)) {
                return url.startsWith("jdbc:h2:async:")
                        ? opening.open(driver, url, settings)
                        : driver.connect(url, settings);
            }
        }
        return null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return true;
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
        for (var driver : behind) {
            DriverManager.registerDriver(driver);
        }
    }
}
