package dev.patchbay.architecture.source;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What a pom file says itself, nothing inherited. Dependencies include those of its profiles, not those of
 * dependencyManagement.
 */
record Pom(String artifactId, List<String> modules, List<Dependency> dependencies) {
    /** @param scope {@code compile} when the pom names none */
    record Dependency(String groupId, String artifactId, String scope) {
        boolean isOurs() {
            return groupId.equals("dev.patchbay") || groupId.equals("${project.groupId}");
        }

        boolean isForTests() {
            return scope.equals("test");
        }
    }

    static Pom read(Path pom) {
        try {
            return parse(Files.readString(pom));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Pom parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element project = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
            Stream<Element> profiles = children(project, "profiles").flatMap(all -> children(all, "profile"));
            return new Pom(
                    text(project, "artifactId", ""),
                    children(project, "modules")
                            .flatMap(modules -> children(modules, "module"))
                            .map(module -> module.getTextContent().strip())
                            .toList(),
                    Stream.concat(Stream.of(project), profiles)
                            .flatMap(holder -> children(holder, "dependencies"))
                            .flatMap(all -> children(all, "dependency"))
                            .map(one -> new Dependency(
                                    text(one, "groupId", ""),
                                    text(one, "artifactId", ""),
                                    text(one, "scope", "compile")))
                            .toList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException("not a pom: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Element parent, String name, String absent) {
        return children(parent, name)
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse(absent);
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node.getNodeName().equals(name))
                .map(Element.class::cast);
    }
}
