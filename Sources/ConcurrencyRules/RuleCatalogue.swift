/// All rules, ordered by id.
package let ruleCatalogue: [RuleDescriptor] = []
