package org.cordonrt.report.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A figure as an XML parser sees it. */
final class SvgPage {
    private final Document document;

    private SvgPage(Document document) {
        this.document = document;
    }

    static SvgPage of(Figure f) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            return new SvgPage(factory.newDocumentBuilder().parse(new InputSource(new StringReader(f.svgFile()))));
        } catch (Exception e) {
            throw new AssertionError(f.id() + " is no XML: " + e, e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> all(String element) {
        NodeList nodes = document.getElementsByTagName(element);
        List<Element> list = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            list.add((Element) nodes.item(i));
        }
        return list;
    }

    List<Element> all(String element, String cssClass) {
        return all(element).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(cssClass))
                .toList();
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }
}
