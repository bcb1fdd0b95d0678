package io.journeystream.local.bitools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A data source of Tableau, as a file tells it.
 *
 * @param fields columns of the view that it declares
 * @param calculations fields that it computes
 * @param used fields that formulas, filters and sheets name
 * @param filters the one value that is taken, by field
 */
record TableauSource(
        String place,
        String view,
        Set<String> fields,
        List<Calculation> calculations,
        Set<String> used,
        Map<String, String> filters) {
    private static final Pattern NAMED = Pattern.compile("\\[([^\\]]+)]");

    /** A field that is computed. */
    record Calculation(String name, String formula) {
        /** Tableau divides whole numbers exactly, and by 0 to null. */
        String inSql() {
            return formula.replaceAll("SUM\\(", "sum(")
                    .replaceAll("IF (.*?) THEN (\\S+) END", "case when $1 then $2 end")
                    .replaceAll("NOT ISNULL\\(\\[(\\w+)]\\)", "$1 is not null")
                    .replaceAll("\\[(\\w+)]", "$1")
                    .replaceAll(" / \\((sum\\([^)]*\\)(?: \\* \\d+)?)\\)", "::float8 / nullif($1, 0)");
        }
    }

    /** The data sources of a {@code .tds} or {@code .twb}. */
    static List<TableauSource> read(Path file) throws IOException {
        Document document = parse(file);
        List<TableauSource> sources = new ArrayList<>();
        for (Element source : elements(document.getElementsByTagName("datasource"))) {
            if (source.getElementsByTagName("connection").getLength() > 0) {
                sources.add(of(file, document, source));
            }
        }
        return sources;
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalArgumentException(file + " is not XML: " + e.getMessage(), e);
        }
    }

    private static TableauSource of(Path file, Document document, Element source) {
        Element relation = (Element) source.getElementsByTagName("relation").item(0);
        Set<String> fields = new HashSet<>();
        List<Calculation> calculations = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Element column : elements(source.getElementsByTagName("column"))) {
            NodeList formulas = column.getElementsByTagName("calculation");
            if (formulas.getLength() == 0) {
                fields.add(bare(column.getAttribute("name")));
            } else {
                String formula = ((Element) formulas.item(0)).getAttribute("formula");
                calculations.add(new Calculation(bare(column.getAttribute("name")), formula));
                NAMED.matcher(formula).results().forEach(named -> used.add(named.group(1)));
            }
        }
        Map<String, String> filters = new HashMap<>();
        elements(source.getElementsByTagName("filter"))
                .forEach(filter -> filters.put(bare(filter.getAttribute("column")), member(filter)));
        used.addAll(filters.keySet());
        used.addAll(ofSheets(document, source.getAttribute("name")));
        return new TableauSource(
                file.getFileName() + " " + source.getAttribute("caption"),
                relation.getAttribute("table").replaceAll("^\\[bi_v1]\\.\\[(\\w+)]$", "$1"),
                fields,
                calculations,
                used,
                filters);
    }

    private static String member(Element filter) {
        Element group = (Element) filter.getElementsByTagName("groupfilter").item(0);
        return group.getAttribute("member").replace("\"", "");
    }

    private static Set<String> ofSheets(Document document, String source) {
        Set<String> used = new HashSet<>();
        for (Element sheet : elements(document.getElementsByTagName("datasource-dependencies"))) {
            if (sheet.getAttribute("datasource").equals(source)) {
                elements(sheet.getElementsByTagName("column-instance"))
                        .forEach(column -> used.add(bare(column.getAttribute("column"))));
            }
        }
        return used;
    }

    /** All fields that it has. */
    Set<String> names() {
        Set<String> names = new HashSet<>(fields);
        calculations.forEach(calculation -> names.add(calculation.name()));
        return names;
    }

    private static String bare(String name) {
        return name.replaceAll("^\\[|]$", "");
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
