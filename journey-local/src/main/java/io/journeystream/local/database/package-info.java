/** PostgreSQL for those who have none. */
package io.journeystream.local.database;
