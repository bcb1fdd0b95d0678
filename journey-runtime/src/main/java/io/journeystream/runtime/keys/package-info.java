/** Who may use a service over HTTP. */
package io.journeystream.runtime.keys;
