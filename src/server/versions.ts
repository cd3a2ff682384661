/** The oldest protocol this server still speaks. Older laptops are asked to update; their changes stay with them. */
export const minClient = 1
