/** What people type, and what they probably meant. */
package io.journeystream.words;
