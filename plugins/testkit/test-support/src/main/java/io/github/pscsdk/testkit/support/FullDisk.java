package io.github.pscsdk.testkit.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk with so much room for the database files of H2, below its file layer. One at a time. */
public final class FullDisk extends FilePathWrapper implements AutoCloseable {
    private static final String SCHEME = "quota";
    private static final AtomicLong LONGEST_FILE = new AtomicLong(Long.MAX_VALUE);
    private static final AtomicBoolean FORCES = new AtomicBoolean(true);

    private DelegatingDriver driver;

    /** Made by H2 too, for each file. */
    public FullDisk() {}

    /** A disk that has room, until it is filled, and on which H2 keeps every file from now on. */
    public static FullDisk empty() {
        var disk = new FullDisk();
        disk.tidyUp();
        FilePath.register(disk);
        try {
            disk.driver = DelegatingDriver.register((h2, url, settings) ->
                    h2.connect(url.replace("jdbc:h2:async:", "jdbc:h2:" + SCHEME + ":"), settings));
        } catch (SQLException e) {
            throw new IllegalStateException("drivers cannot be registered", e);
        }
        return disk;
    }

    /** From now on, what is written stays in the memory of the system, and a program that asks for more is told so. */
    public void breakForce() {
        FORCES.set(false);
    }

    /** From now on, no file grows beyond so many bytes. */
    public void fillUp(long longest) {
        LONGEST_FILE.set(longest);
    }

    /** There is room again. */
    public void tidyUp() {
        LONGEST_FILE.set(Long.MAX_VALUE);
        FORCES.set(true);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new QuotaFile(super.open(mode));
    }

    @Override
    public void close() throws SQLException {
        driver.close();
        FilePath.unregister(this);
    }

    private static final class QuotaFile extends FileBaseDefault {
        private final FileChannel file;

        private QuotaFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer bytes, long position) throws IOException {
            if (position + bytes.remaining() > LONGEST_FILE.get()) {
                throw new IOException("No space left on device");
            }
            return file.write(bytes, position);
        }

        @Override
        public int read(ByteBuffer bytes, long position) throws IOException {
            return file.read(bytes, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            if (!FORCES.get()) {
                throw new IOException("Input/output error");
            }
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
