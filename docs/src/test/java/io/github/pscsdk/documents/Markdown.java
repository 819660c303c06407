package io.github.pscsdk.documents;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the tests need to know of a Markdown page: its fenced snippets, its pictures and its links. */
record Markdown(String name, String text) {
    // An optional comment before a fence names the file that the snippet stands in: <!-- from: path -->
    private static final Pattern FENCE = Pattern.compile(
            "(?:<!-- from: (?<from>\\S+) -->\\n)?```(?<language>\\w*)\\n(?<body>.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)");

    private static final Pattern PICTURE = Pattern.compile("!\\[([^]]*)]\\(([^)\\s]+)\\)");

    /** A picture, and the words for whoever cannot see it. */
    record Picture(String words, String file) {}

    record Snippet(String page, String language, String body, String from) {
        List<String> lines() {
            return body.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return page + ": " + body.lines().findFirst().orElse("");
        }
    }

    static List<Markdown> pages() {
        return Repository.files(".md").stream()
                .map(file -> Repository.ROOT.relativize(file).toString())
                .map(name -> new Markdown(name, Repository.read(name)))
                .toList();
    }

    List<Snippet> snippets() {
        return FENCE.matcher(text)
                .results()
                .map(fence -> new Snippet(name, fence.group(2), fence.group(3), fence.group(1)))
                .toList();
    }

    List<Picture> pictures() {
        return PICTURE.matcher(text)
                .results()
                .map(picture -> new Picture(picture.group(1), picture.group(2)))
                .toList();
    }

    List<String> links() {
        return LINK.matcher(text)
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
