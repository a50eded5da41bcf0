/**
 * The committee's lists of country sets, end uses and end users (rule R3). They start small and are shared by all
 * committees of the regime, so that a scope reads alike everywhere. Country sets are the groups of the country table in
 * the library; military end use and military end user stand first.
 */
import { completeLists, type ScopeLists } from "./scope.ts";

export const scopeLists: ScopeLists = completeLists({
  countries: ["A:5", "A:6", "B", "D:1", "D:2", "D:3", "D:4", "D:5", "E:1", "E:2", "non-members"],
  endUses: [
    "weapon-design",
    "military-intelligence",
    "cryptanalysis",
    "military-sensing",
    "quantum-computing",
    "advanced-node-integrated-circuits",
    "supercomputers-for-weapons",
    "model-training-for-weapons",
    "mass-surveillance",
    "missile-and-engine-parts",
    "naval-nuclear-propulsion",
    "biological-weapons",
    "toxin-production",
    "coercive-interrogation",
    "hypersonic-vehicles",
    "directed-energy-weapons",
    "armed-drones",
    "internal-repression",
  ],
  endUsers: [
    "armed-forces",
    "intelligence-services",
    "security-services",
    "defence-research-institutes",
    "missile-programmes",
    "military-medical-institutes",
    "advanced-node-producers",
    "entities-headquartered-in-listed-destinations",
    "entities-of-concern-for-biological-weapons",
    "armed-groups",
  ],
});
