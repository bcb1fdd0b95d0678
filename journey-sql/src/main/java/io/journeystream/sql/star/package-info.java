/** The star in DuckDB: the tables, views and comments that PostgreSQL has, and their rows. */
package io.journeystream.sql.star;
