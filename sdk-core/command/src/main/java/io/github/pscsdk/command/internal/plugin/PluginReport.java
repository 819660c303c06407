package io.github.pscsdk.command.internal.plugin;

import io.github.pscsdk.command.internal.json.PluginDocument.Archive;
import io.github.pscsdk.command.internal.json.PluginDocument.Authenticator;
import io.github.pscsdk.command.internal.json.PluginDocument.Content;
import io.github.pscsdk.command.internal.json.PluginDocument.Finding;
import io.github.pscsdk.command.internal.json.PluginDocument.Folder;
import io.github.pscsdk.command.internal.json.PluginDocument.Plugin;
import io.github.pscsdk.command.internal.json.PluginDocument.Setting;
import io.github.pscsdk.command.internal.json.PluginDocument.Verification;
import io.github.pscsdk.diagnostic.Texts;
import io.github.pscsdk.pluginhost.internal.problem.BoundedText;
import java.util.ArrayList;
import java.util.List;

/** Results about plug-ins, as a person reads them. */
final class PluginReport {
    private static final int MOST_CHARACTERS = 1000;

    private final Texts texts;
    private final List<String> lines = new ArrayList<>();

    private PluginReport(Texts texts) {
        this.texts = texts;
    }

    static List<String> of(Folder folder, Texts texts) {
        var report = new PluginReport(texts);
        report.say(folder.plugins().isEmpty() ? "plugins.none" : "plugins.folder", folder.folder());
        folder.findings().forEach(report::finding);
        folder.plugins().forEach(report::plugin);
        return List.copyOf(report.lines);
    }

    static List<String> of(Verification verification, Texts texts) {
        var report = new PluginReport(texts);
        verification.archives().forEach(report::archive);
        return List.copyOf(report.lines);
    }

    private void plugin(Plugin plugin) {
        if (plugin.version().isPresent()) {
            say(
                    "plugins.plugin",
                    plugin.file(),
                    plugin.state(),
                    plugin.pluginId().orElseThrow(),
                    plugin.version().get());
        } else {
            say("plugins.archive", plugin.file(), plugin.state());
        }
        if (plugin.stuckThreads() > 0) {
            say("plugins.stuck", plugin.stuckThreads());
        }
        plugin.authenticators().forEach(this::authenticator);
        plugin.findings().forEach(this::finding);
    }

    private void archive(Archive archive) {
        say("plugins.verify." + archive.verdict(), archive.file());
        archive.content().ifPresent(this::content);
        archive.authenticators().forEach(this::authenticator);
        archive.findings().forEach(this::finding);
    }

    private void content(Content content) {
        say("plugins.verify.archive", content.pluginId(), content.version(), content.bytes() >> 10);
        say("plugins.verify.sum", content.sha256());
        say(
                content.signers().isEmpty() ? "plugins.verify.unsigned" : "plugins.verify.signed",
                String.join("; ", content.signers()));
        content.libraries().forEach(library -> say("plugins.verify.library", library));
        say(content.licence() ? "plugins.verify.licence" : "plugins.verify.licence.none");
    }

    private void authenticator(Authenticator authenticator) {
        var availability = authenticator
                .problem()
                .map(code -> "UNAVAILABLE (" + code + ")")
                .orElse("AVAILABLE");
        say("plugins.authenticator", authenticator.id(), authenticator.name(), authenticator.wayIn(), availability);
        authenticator.settings().forEach(this::setting);
    }

    private void setting(Setting setting) {
        say("plugins.setting", setting.name(), setting.label(), setting.kind(), setting.bounds());
        setting.usual().ifPresent(usual -> say("plugins.setting.default", usual));
        setting.source().ifPresent(source -> say("plugins.setting.source", source));
    }

    private void finding(Finding finding) {
        lines.add(plain(finding.line(texts)));
        finding.steps().forEach(step -> lines.add(plain("    - " + step)));
    }

    private void say(String key, Object... values) {
        lines.add(plain(texts.get(key, values)));
    }

    /** Names of files and of what is in an archive may hold anything; a terminal obeys some of it. */
    private static String plain(String line) {
        return BoundedText.line(line, MOST_CHARACTERS);
    }
}
