package io.github.pscsdk.pluginhost.internal.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Size and time of each file of a folder, to see cheaply whether it has changed. */
public final class FolderSnapshot {
    private FolderSnapshot() {}

    /** By file name; empty where the folder cannot be read. */
    public static Map<String, String> of(Path folder) {
        var times = new TreeMap<String, String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                times.put(
                        file.getFileName().toString(),
                        attributes.size() + " " + attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " "
                                + attributes.fileKey());
            }
        } catch (IOException | DirectoryIteratorException e) {
            // A file that went away meanwhile, or the whole folder: it has not settled.
            times.put("", e.getClass().getName());
        }
        return times;
    }
}
