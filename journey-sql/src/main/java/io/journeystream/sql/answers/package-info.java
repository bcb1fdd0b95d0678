/** Somebody's statements, and their answers for people, spreadsheets, scripts and other tools. */
package io.journeystream.sql.answers;
