package io.github.pscsdk.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/** A Markdown page, and the anchors of its headings, which are those of GitHub. */
record Page(Node document, Map<Node, String> anchors) {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /** A heading with the first link of each entry of the list below it, or the first cell of a row with the links of the others. */
    record Group(String title, List<Entry> entries) {}

    record Entry(String title, String page) {}

    static Page parse(String markdown) {
        var page = new Page(PARSER.parse(markdown), new HashMap<>());
        var ids = IdGenerator.builder().build();
        page.blocks()
                .filter(Heading.class::isInstance)
                .forEach(heading -> page.anchors.put(heading, ids.generateId(text(heading))));
        return page;
    }

    private Stream<Node> blocks() {
        return children(document);
    }

    String title() {
        return text(blocks().filter(Heading.class::isInstance).findFirst().orElseThrow());
    }

    List<Group> groups() {
        return blocks().flatMap(this::groups)
                .filter(group -> !group.entries.isEmpty())
                .toList();
    }

    private Stream<Group> groups(Node block) {
        if (block instanceof ListBlock && block.getPrevious() instanceof Heading) {
            var first = children(block).map(item -> (Link) item.getFirstChild().getFirstChild());
            return Stream.of(
                    new Group(text(block.getPrevious()), first.map(Page::entry).toList()));
        }
        return block instanceof TableBlock
                ? children(block).flatMap(Page::children).map(Page::group)
                : Stream.of();
    }

    private static Group group(Node row) {
        var links = children(row)
                .flatMap(Page::children)
                .filter(Link.class::isInstance)
                .map(Link.class::cast);
        return new Group(
                text(row.getFirstChild()).strip(), links.map(Page::entry).toList());
    }

    private static Entry entry(Link link) {
        return new Entry(text(link), link.getDestination());
    }

    private static Stream<Node> children(Node node) {
        return Stream.iterate(node.getFirstChild(), child -> child != null, Node::getNext);
    }

    /** The HTML, once; {@code targets} tells where in the site that lies which a link or a picture names. */
    String html(UnaryOperator<String> targets) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(targets.apply(link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(targets.apply(image.getDestination()));
            }
        });
        var renderer = HtmlRenderer.builder().extensions(EXTENSIONS);
        renderer.attributeProviderFactory(context -> (node, tag, attributes) -> {
            if (anchors.containsKey(node)) {
                attributes.put("id", anchors.get(node));
            } else if (tag.equals("pre")) {
                // It may be wider than the window, and the keyboard scrolls it.
                attributes.put("tabindex", "0");
            }
        });
        return renderer.build().render(document);
    }

    /** For the search: of each heading its address, the page, the heading, and the text below it, as arrays of JavaScript. */
    Stream<String> sections(String address) {
        var sections = new ArrayList<String>();
        Node heading = null;
        var below = new StringBuilder();
        for (var block : (Iterable<Node>) blocks()::iterator) {
            if (block instanceof Heading) {
                add(sections, address, heading, below.toString());
                heading = block;
                below.setLength(0);
            } else {
                below.append(text(block)).append(' ');
            }
        }
        add(sections, address, heading, below.toString());
        return sections.stream();
    }

    private void add(List<String> sections, String address, Node heading, String below) {
        if (heading != null) {
            sections.add(Stream.of(address + "#" + anchors.get(heading), title(), text(heading), below)
                    .map(Page::quoted)
                    .collect(Collectors.joining(",", "[", "]")));
        }
    }

    private static String text(Node node) {
        if (node instanceof Text text) {
            return text.getLiteral();
        } else if (node instanceof Code code) {
            return code.getLiteral();
        } else if (node instanceof FencedCodeBlock code) {
            return code.getLiteral();
        } else if (node instanceof SoftLineBreak) {
            return " ";
        }
        var inside = children(node).map(Page::text).collect(Collectors.joining());
        return !(node instanceof Heading) && (node instanceof Block || node instanceof TableCell)
                ? inside + " "
                : inside;
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\s+", " ")
                        .replace("</", "<\\/") + "\"";
    }

    static String escaped(String text) {
        var html = new StringBuilder();
        new HtmlWriter(html).text(text);
        return html.toString();
    }
}
