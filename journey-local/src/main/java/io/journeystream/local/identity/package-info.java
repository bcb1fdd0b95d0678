/** Who is whom, for people to read. */
package io.journeystream.local.identity;
