package io.journeystream.sql.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import io.journeystream.local.Failure;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An array of objects, a line each. */
final class JsonAnswer implements Answer {
    @Override
    public void write(ResultSet answer, Writer out) throws SQLException, IOException {
        List<String> names = names(answer.getMetaData());
        String before = "[\n";
        while (answer.next()) {
            out.write(before);
            object(answer, names, out);
            before = ",\n";
        }
        out.write(before.equals("[\n") ? "[]\n" : "\n]\n");
    }

    private static void object(ResultSet answer, List<String> names, Writer out) throws SQLException, IOException {
        try (JsonGenerator json = JsonValues.into(out)) {
            json.writeStartObject();
            for (int column = 1; column <= names.size(); column++) {
                json.writeFieldName(names.get(column - 1));
                JsonValues.write(json, Values.of(answer, column));
            }
            json.writeEndObject();
        }
    }

    private static List<String> names(ResultSetMetaData columns) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            String name = columns.getColumnLabel(column);
            if (names.contains(name)) {
                throw new Failure("two columns are named " + name + ", which an object cannot have: name them with as");
            }
            names.add(name);
        }
        return names;
    }
}
