package io.github.pscsdk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A pom.xml as it was written, nothing inherited. */
record Pom(Part project) {
    /** An element, and the texts right below it. */
    record Part(Element element) {
        /** The text of a child, or nothing. */
        String text(String child) {
            return child(child)
                    .map(part -> part.element().getTextContent().strip())
                    .orElse("");
        }

        Optional<Part> child(String name) {
            return children(name).findFirst();
        }

        Stream<Part> children(String name) {
            var nodes = element.getChildNodes();
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(nodes::item)
                    .filter(node -> node.getNodeName().equals(name))
                    .map(node -> new Part((Element) node));
        }

        @Override
        public String toString() {
            return element.getTextContent().strip().replaceAll("\\s+", " ");
        }
    }

    static Pom read(Path file) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return new Pom(new Part(document.getDocumentElement()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(file + " is no pom", e);
        }
    }

    String artifactId() {
        return project.text("artifactId");
    }

    String text(String element) {
        return project.text(element);
    }

    String property(String name) {
        return project.child("properties").map(all -> all.text(name)).orElse("");
    }

    Optional<Part> parent() {
        return project.child("parent");
    }

    /** Whether it is packaged as a plug-in: those alone name one. */
    boolean isPlugin() {
        return !property("plugin.id").isEmpty();
    }

    /** Unless the module says that it is not deployed. */
    boolean isPublished() {
        return !property("maven.deploy.skip").equals("true");
    }

    List<Part> managed() {
        return project.child("dependencyManagement").map(Pom::dependencies).orElse(List.of());
    }

    List<Part> dependencies() {
        return dependencies(project);
    }

    private static List<Part> dependencies(Part part) {
        return part.child("dependencies").stream()
                .flatMap(all -> all.children("dependency"))
                .toList();
    }
}
