/** DuckDB's part in the commands {@code sql} and {@code export}. */
package io.journeystream.sql;
