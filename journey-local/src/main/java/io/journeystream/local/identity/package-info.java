/** Who is whom, for people: recomputed from the log, explained, and what they lay down about it. */
package io.journeystream.local.identity;
