/** Statements of SQL, and what is said when one is refused. */
package io.journeystream.sql.statements;
